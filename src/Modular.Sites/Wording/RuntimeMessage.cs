namespace Modular.Sites.Wording;

/// <summary>Words of the runtime, which speaks English alone, and what is said for them in French.</summary>
/// <param name="French">A phrase of <c>French.txt</c>.</param>
internal sealed record RuntimeMessage(string English, FormattableString French);
