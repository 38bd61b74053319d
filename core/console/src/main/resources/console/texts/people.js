export default {
  connection: ['koppeling van {name}', 'connection of {name}'],
  maintenance: ['onderhoud op de server', 'maintenance at the server'],
  platform: ['Knelpunt zelf', 'Knelpunt itself'],
};
