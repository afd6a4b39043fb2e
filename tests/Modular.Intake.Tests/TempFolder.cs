namespace Modular.Intake.Tests;

/// <summary>A folder of this test alone.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("modular-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
