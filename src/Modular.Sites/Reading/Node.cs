namespace Modular.Sites.Reading;

/// <summary>A JSON value that knows where it begins.</summary>
internal abstract record Node(Position At)
{
    /// <summary>What it is, for a sentence: "an object", "a list", "a text", …</summary>
    public abstract FormattableString Describe { get; }
}

internal sealed record ObjectNode(Position At, IReadOnlyList<Member> Members) : Node(At)
{
    public override FormattableString Describe => $"an object";

    public Member? Find(string name) => Members.FirstOrDefault(member => member.Name == name);
}

internal sealed record ListNode(Position At, IReadOnlyList<Node> Items) : Node(At)
{
    public override FormattableString Describe => $"a list";
}

internal sealed record TextNode(Position At, string Value) : Node(At)
{
    public override FormattableString Describe => $"a text";
}

internal sealed record NumberNode(Position At, decimal Value) : Node(At)
{
    public override FormattableString Describe => $"a number";
}

internal sealed record FlagNode(Position At, bool Value) : Node(At)
{
    public override FormattableString Describe => Value ? (FormattableString)$"true" : $"false";
}

internal sealed record NullNode(Position At) : Node(At)
{
    public override FormattableString Describe => $"null";
}

/// <param name="At">Where the name begins.</param>
internal sealed record Member(string Name, Position At, Node Value);
