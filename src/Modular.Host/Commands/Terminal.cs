namespace Modular.Host.Commands;

/// <summary>What a command reads and writes: the process's streams, or a test's.</summary>
/// <param name="IsWatched">Whether somebody sees at once what is written to <paramref name="Error"/>.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool IsWatched)
{
    public static Terminal OfProcess() => new(Console.In, Console.Out, Console.Error, !Console.IsErrorRedirected);
}
