// The program for staff at /console.
import { applyTheme } from "./theme";
import "./app";

applyTheme();
