using Modular.Host.Commands;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
