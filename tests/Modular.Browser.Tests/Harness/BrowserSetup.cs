using Modular.Tests;

namespace Modular.Browser.Tests.Harness;

/// <summary>
/// Finds a browser; else, as root on Debian and its kin, takes the distribution's; else has Playwright's installer fetch one; else says what to install.
/// Tells what it does while it does it.
/// </summary>
internal sealed class BrowserSetup(IMachine machine, Action<string> tell)
{
    private static readonly TimeSpan ForLists = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ForPackage = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan ForDownload = TimeSpan.FromMinutes(4);

    /// <exception cref="BrowserMissingException">None, and none to be had.</exception>
    public async Task<string> GetAsync()
    {
        if (Find() is { } found)
        {
            return found;
        }

        if (machine.Variable(BrowserSearch.Variable) is { Length: > 0 } named)
        {
            throw Missing($"{BrowserSearch.Variable} names {named}, and there is no such file.");
        }

        return await FromDistributionAsync() ?? await FromPlaywrightAsync() ?? throw Missing(
            $"The browser tests need Chromium, Chrome or Edge: install one (on Debian: apt-get install chromium), or set {BrowserSearch.Variable} to its path.");
    }

    private string? Find() => BrowserSearch.Places(machine).FirstOrDefault(machine.Has);

    private async Task<string?> FromDistributionAsync()
    {
        if (!machine.IsRoot || !machine.Has("/etc/debian_version") || !machine.Has("/usr/bin/apt-get"))
        {
            return null;
        }

        tell("No browser on this machine: installing Debian's chromium (apt-get; a minute or two).");
        var failure = await machine.RunAptAsync(DebianPackages.Update(), ForLists) ?? await machine.RunAptAsync(DebianPackages.Install("chromium"), ForPackage);
        return Outcome("apt-get", failure);
    }

    private async Task<string?> FromPlaywrightAsync()
    {
        tell("No browser on this machine: Playwright's installer fetches a Chromium (some 150 MB).");
        return Outcome("Playwright's installer", await machine.RunPlaywrightInstallAsync(ForDownload));
    }

    private BrowserMissingException Missing(string sentence)
    {
        tell(sentence);
        return new(sentence);
    }

    private string? Outcome(string who, string? failure)
    {
        var found = Find();
        tell(found is not null ? $"The browser tests use {found}." : $"{who} brought no browser: {failure ?? "it ended well, and there is none"}.");
        return found;
    }
}

/// <summary>What to install, in a sentence.</summary>
internal sealed class BrowserMissingException(string sentence) : Exception(sentence);
