// The program for staff at /console.
import { applyTheme } from "./console/theme";
import "./console/app";

applyTheme();
