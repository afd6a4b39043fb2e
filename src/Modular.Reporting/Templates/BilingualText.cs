namespace Modular.Reporting.Templates;

/// <summary>A sentence for commands, and for pages.</summary>
internal readonly record struct BilingualText(string English, string French);
