// Run by mongosh, connected to mongo1. Initiates the replica set once and waits until it has a primary.

const members = ['mongo1', 'mongo2', 'mongo3'].map((host, _id) => ({ _id, host: `${host}:27017` }))

try {
  rs.initiate({ _id: 'rs0', members })
} catch (error) {
  if (error.codeName !== 'AlreadyInitialized') throw error
}

while (!db.hello().primary) sleep(500)
