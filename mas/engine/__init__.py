"""The durable engine: productions that survive a kill, with nothing rendered twice."""
