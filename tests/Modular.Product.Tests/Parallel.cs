// These tests wait for processes, for the one keyboard of the clone and for a minute of the clock: as many as cores would leave the machine idle.
[assembly: Parallelize(Scope = ExecutionScope.MethodLevel, Workers = 16)]
