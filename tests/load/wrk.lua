-- Asks the theme × district question over many pairs in turn. The bodies stand in a file, one a line.
local bodies = {}
for line in io.lines(os.getenv("LOAD_BODIES")) do bodies[#bodies + 1] = line end

local at = 0
request = function()
  at = at % #bodies + 1
  return wrk.format("POST", "/graphql", { ["Content-Type"] = "application/json" }, bodies[at])
end

done = function(summary)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("LOAD %d %d %d\n", summary.requests, summary.duration, failed))
end
