-- Asks the theme × district question over many pairs in turn, whose bodies stand in the file LOAD_BODIES, one a line;
-- without it gets the address wrk was given, over and over.
local file = os.getenv("LOAD_BODIES")
if file then
  local bodies = {}
  for line in io.lines(file) do bodies[#bodies + 1] = line end

  local at = 0
  request = function()
    at = at % #bodies + 1
    return wrk.format("POST", "/graphql", { ["Content-Type"] = "application/json" }, bodies[at])
  end
end

done = function(summary)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("LOAD %d %d %d\n", summary.requests, summary.duration, failed))
end
