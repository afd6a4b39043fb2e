using Modular.Browser.Tests.Harness;

namespace Modular.Browser.Tests.Setup;

/// <summary>A machine of which a test says what is on it and what an installation brings.</summary>
internal sealed class MadeUpMachine : IMachine
{
    public bool IsWindows { get; init; }

    public bool IsRoot { get; init; }

    public string PlaywrightBrowser => "/home/me/.cache/ms-playwright/chrome";

    public HashSet<string> Files { get; } = [];

    public Dictionary<string, string> Variables { get; } = new() { ["PATH"] = string.Join(Path.PathSeparator, "/opt/bin", "/bin") };

    /// <summary>Which steps fail: <c>update</c>, <c>install</c>, <c>playwright</c>.</summary>
    public HashSet<string> Fails { get; } = [];

    /// <summary>The file that is there after a step.</summary>
    public Dictionary<string, string> Brings { get; } = [];

    /// <summary>What was run and when something was told, in order.</summary>
    public List<string> Done { get; } = [];

    public List<string> Told { get; } = [];

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public bool Has(string file) => Files.Contains(file);

    public Task<string> SetUpAsync() => new BrowserSetup(this, Tell).GetAsync();

    public Task<string?> RunAptAsync(string[] arguments, TimeSpan limit)
    {
        var step = arguments.First(argument => argument is "update" or "install");
        Done.Add($"apt-get {step}{(step == "install" ? " " + arguments[^1] : "")}");
        return Task.FromResult(After(step));
    }

    public Task<string?> RunPlaywrightInstallAsync(TimeSpan limit)
    {
        Done.Add("playwright");
        return Task.FromResult(After("playwright"));
    }

    private void Tell(string sentence)
    {
        Done.Add("told");
        Told.Add(sentence);
    }

    private string? After(string step)
    {
        if (Fails.Contains(step))
        {
            return "it failed";
        }

        if (Brings.TryGetValue(step, out var file))
        {
            Files.Add(file);
        }

        return null;
    }
}
