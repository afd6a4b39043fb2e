namespace Modular.Product.Tests.Typing;

/// <summary>A folder with the project's <c>.ci/run</c>, test projects that are names only, and a dotnet that prints what a test says.</summary>
internal sealed class MadeUpCheckout : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modular-made-up-").FullName;

    public MadeUpCheckout(string[] projects)
    {
        Write(".ci/run", File.ReadAllText(Path.Combine(Checkout.Root(), ".ci", "run")));
        Write("README.md", "<!-- newcomer:test -->\n```sh\ndotnet test Made.sln\n```\n");
        foreach (var project in projects)
        {
            Write($"tests/{project}/{project}.csproj", "<Project />");
        }
    }

    public Task<Answer> RunAsync(string[] ran, Func<string, string> summary, int ended)
    {
        Write("bin/dotnet", $"#!/bin/sh\n{string.Concat(ran.Select(project => $"echo '{summary(project)}'\n"))}exit {ended}\n");
        return Shell.RunAsync($"chmod +x bin/dotnet && PATH=\"$PWD/bin:$PATH\" bash .ci/run", _folder);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
