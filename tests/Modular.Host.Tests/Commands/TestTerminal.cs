using Modular.Host.Commands;

namespace Modular.Host.Tests.Commands;

/// <summary>Runs a command in this process and keeps what it wrote.</summary>
internal sealed class TestTerminal(string input = "", bool isWatched = false)
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public Task<int> RunAsync(params string[] arguments) => CommandLine.RunAsync(arguments, new Terminal(new StringReader(input), _out, _error, isWatched));
}
