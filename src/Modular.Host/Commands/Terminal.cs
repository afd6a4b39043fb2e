namespace Modular.Host.Commands;

/// <summary>What a command reads and writes: the process's streams, or a test's.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error)
{
    public static Terminal OfProcess() => new(Console.In, Console.Out, Console.Error);
}
