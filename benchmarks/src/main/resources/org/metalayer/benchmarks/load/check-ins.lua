-- wrk script: check-ins of many sticks, each time of one drawn evenly.
-- Arguments: a file with one bearer token a line, a file with the body.
local requests = {}
local thread_number = 0

function setup(thread)
  thread_number = thread_number + 1
  thread:set("seed", thread_number)
end

function init(arguments)
  math.randomseed(seed)
  local file = assert(io.open(arguments[2], "rb"))
  local body = file:read("*a")
  file:close()
  for token in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("POST", nil, {
      ["Authorization"] = "Bearer " .. token,
      ["Content-Type"] = "application/json",
    }, body)
  end
end

function request()
  return requests[math.random(#requests)]
end
