const data = { organisations: [ {text: "Lamp Collective", link: "https://a.example"}, {text: "Silent Streets", link: "https://b.example"} ], people: [ {text: "Ada Moor"} ] };
module.exports = data;
