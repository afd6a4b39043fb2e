namespace Modular.Jobs.Messages;

/// <summary>A message, the same at every attempt. It holds figures or a link, never a person.</summary>
public sealed record Message(string Subject, string Text, string? Html);

/// <summary>What is sent about one period: to each address once.</summary>
/// <param name="Report">The message's name: a report's identifier, or what a job calls it. Kept with each delivery.</param>
public sealed record MessageSubject(string Site, string Report, string Period);

/// <param name="sentence">Why, in French, without anything personal.</param>
public sealed class MessageFailedException(string sentence) : Exception(sentence);
