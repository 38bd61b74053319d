export default {
  views: ['Weergaven', 'Views'],
  keep: ['Bewaar deze weergave', 'Keep this view'],
  letGo: ['Haal weg: {name}', 'Remove: {name}'],
};
