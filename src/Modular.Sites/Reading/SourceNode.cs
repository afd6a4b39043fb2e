namespace Modular.Sites.Reading;

/// <summary>A JSON value that knows where it begins.</summary>
internal abstract record SourceNode(Position At)
{
    /// <summary>What it is, for a sentence: "an object", "a list", "a text", …</summary>
    public abstract FormattableString Describe { get; }
}

internal sealed record ObjectNode(Position At, IReadOnlyList<Member> Members) : SourceNode(At)
{
    public override FormattableString Describe => $"an object";

    public Member? Find(string name) => Members.FirstOrDefault(member => member.Name == name);
}

internal sealed record ListNode(Position At, IReadOnlyList<SourceNode> Items) : SourceNode(At)
{
    public override FormattableString Describe => $"a list";
}

internal sealed record TextNode(Position At, string Value) : SourceNode(At)
{
    public override FormattableString Describe => $"a text";
}

internal sealed record NumberNode(Position At, decimal Value) : SourceNode(At)
{
    public override FormattableString Describe => $"a number";
}

internal sealed record FlagNode(Position At, bool Value) : SourceNode(At)
{
    public override FormattableString Describe => Value ? (FormattableString)$"true" : $"false";
}

internal sealed record NullNode(Position At) : SourceNode(At)
{
    public override FormattableString Describe => $"null";
}

/// <param name="At">Where the name begins.</param>
internal sealed record Member(string Name, Position At, SourceNode Value);
