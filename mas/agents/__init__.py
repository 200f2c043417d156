"""The handwritten crew: Director, Writer, Cameraman, Tuner and Sleeptime, in plain Python."""
