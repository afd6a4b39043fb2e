using System.Collections.Immutable;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Modular.Reporting.Templates.Values;

/// <summary>A value of a template that has members. Whatever is not one has none: no object of the host can be looked into.</summary>
internal interface ITemplateValue
{
    IReadOnlyDictionary<string, Func<object?>> Members { get; }
}

/// <summary>Reads the members of a <see cref="ITemplateValue"/>; nothing can be set.</summary>
internal sealed class TemplateValueAccessor : IObjectAccessor
{
    public static readonly TemplateValueAccessor Default = new();

    public bool HasIndexer => false;

    public Type? IndexType => null;

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => Of(target).Count;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => Of(target).Keys;

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => Of(target).ContainsKey(member);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var found = Of(target).TryGetValue(member, out var read);
        value = read?.Invoke();
        return found;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;

    private static IReadOnlyDictionary<string, Func<object?>> Of(object target) =>
        (target as ITemplateValue)?.Members ?? ImmutableDictionary<string, Func<object?>>.Empty;
}
