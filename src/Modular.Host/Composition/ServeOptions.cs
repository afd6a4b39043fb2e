namespace Modular.Host.Composition;

/// <summary>What the command line, or a test, decides. Null leaves the settings' value.</summary>
internal sealed record ServeOptions
{
    public string? DataFolder { get; init; }

    public string? PluginsFolder { get; init; }

    /// <summary>Where to listen; port 0 takes any free one.</summary>
    public string? Urls { get; init; }

    public bool Demo { get; init; }

    /// <summary>More settings, by their key (<c>Modular:Mail:Host</c>); stronger than the environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    public Action<IServiceCollection> Services { get; init; } = static _ => { };
}
