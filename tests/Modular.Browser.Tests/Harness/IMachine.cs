namespace Modular.Browser.Tests.Harness;

/// <summary>What the search for a browser wants to know of a machine, and may do to it.</summary>
internal interface IMachine
{
    bool IsWindows { get; }

    /// <summary>Root on Linux, who may install packages.</summary>
    bool IsRoot { get; }

    /// <summary>Where Playwright's own installer puts its Chromium.</summary>
    string PlaywrightBrowser { get; }

    string? Variable(string name);

    bool Has(string file);

    /// <summary>Runs apt-get without input to its end, or for as long as it may last.</summary>
    /// <returns>Null: it did what it was asked. Else why not, in a clause.</returns>
    Task<string?> RunAptAsync(string[] arguments, TimeSpan limit);

    /// <summary>Playwright's installer, which fetches a Chromium of its own.</summary>
    Task<string?> RunPlaywrightInstallAsync(TimeSpan limit);
}
