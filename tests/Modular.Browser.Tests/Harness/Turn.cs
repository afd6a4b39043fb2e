namespace Modular.Browser.Tests.Harness;

/// <summary>One process at a time: whoever has the file open.</summary>
internal sealed class Turn : IAsyncDisposable
{
    private readonly FileStream _file;

    private Turn(FileStream file) => _file = file;

    public static async Task<Turn> TakeAsync(string file)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            try
            {
                return new Turn(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                // Another has it.
                await pulse.WaitForNextTickAsync();
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
