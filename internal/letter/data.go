package letter

// dataMedia are lists as YAML and JSON.
var dataMedia = []medium{}
