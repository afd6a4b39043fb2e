namespace Modular.Intake.Drafts;

/// <summary>What a draft is of: a situation or an entry. An account has one draft of each, whatever its version.</summary>
/// <param name="Situation">The situation; for a new one, the identifier that it will have.</param>
/// <param name="Key">What is written: the situation again, or an entry of it.</param>
/// <param name="Version">The version that the page changes; 0 for something new.</param>
/// <param name="Number">The situation's number; null for a new one.</param>
public sealed record DraftSubject(string Site, string Form, Guid Situation, Guid Key, int Version = 0, string? Number = null);
