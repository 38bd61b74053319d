export default {
  from: ['Dit zegt de module van {name} van dit gegeven. Het is niet bewaard.', 'This is what the module of {name} says of this datum. It is not kept.'],
  failed: ['De module kon hier niets over zeggen.', 'The module could say nothing about this.'],
};
