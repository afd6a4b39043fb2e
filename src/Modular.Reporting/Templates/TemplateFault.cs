using System.Globalization;
using Modular.Sites;
using Modular.Statistics.Figures;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Modular.Reporting.Templates;

/// <summary>What is wrong with a template, and where: the offset of a character of it.</summary>
internal readonly record struct TemplateFault(int At, BilingualText Sentence);

/// <summary>A template asks for what cannot be: thrown while it is rendered.</summary>
internal sealed class TemplateFailure(SourceSpan span, BilingualText sentence) : ScriptRuntimeException(span, sentence.English)
{
    public BilingualText Sentence => sentence;

    /// <summary>No other figures would let it end in time.</summary>
    public bool IsEndless { get; init; }

    /// <summary>The number that could not be used.</summary>
    public Cell? Instead { get; init; }
}

/// <summary>What the check of the site did not foresee, though it tries every template on figures of all sizes.</summary>
public sealed class TemplateFailedException(Fault fault) : Exception(string.Create(CultureInfo.InvariantCulture, $"the template failed: {fault}"))
{
    /// <summary>The same for a page.</summary>
    public string French => string.Create(
        CultureInfo.InvariantCulture, $"Le modèle de ce bilan a échoué ({fault.File}, ligne {fault.Line})\u202F: {fault.French}");
}
