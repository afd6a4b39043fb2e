using System.Collections;
using Modular.Contracts.Wording;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Reporting.Templates.Values;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Modular.Reporting.Templates;

/// <summary>Every expression is encoded, no object of the host has members, nothing goes on for ever. Steps are counted, whatever the machine.</summary>
internal sealed class ScribanContext : TemplateContext
{
    private const int MostCharacters = 1_000_000;
    private const int MostRounds = 50_000;
    private const int MostSteps = 500_000;
    private const int MostCalls = 50;
    private const int CharactersAStep = 100;
    private const int ItemsAStep = 10;

    /// <summary>Of a trial, what is written is read by the check too.</summary>
    private const int CharactersATriedStep = 10;

    public static readonly BilingualText TooLong = new(
        $"what this writes is too long: more than {MostCharacters} characters.",
        $"Ce passage écrit un texte trop long\u202F: plus de {FrenchNumber.Of(MostCharacters)} caractères.");

    private readonly string _source;
    private readonly TrialRendering? _trial;
    private int _steps;
    private int _written;
    private int _drawings;
    private SourceSpan _last;

    public ScribanContext(ReportDocument document, string source, TrialRendering? trial = null)
        : base(TemplateFunctions.All)
    {
        Document = document;
        _trial = trial;
        _source = source;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedIndexerAccess = false;
        MemberFilter = _ => false;
        AutoIndent = false;
        NewLine = "\n";
        LoopLimit = MostRounds;
        RecursiveLimit = MostCalls;
        RegexTimeOut = TimeSpan.FromSeconds(1);
        // The engine cuts what is longer without a word: ours stops it earlier, with one.
        LimitToString = 2 * MostCharacters;
        PushCulture(FrenchTime.Culture);
        PushGlobal(TemplateVariables.Of(document));
        PushGlobal(new ScriptObject());
        PushOutput(new ScribanOutput(source, Add));
    }

    public ReportDocument Document { get; }

    public int NextDrawing() => ++_drawings;

    public EncodedHtml Drawn(HtmlWriter html)
    {
        var markup = new EncodedHtml(html.ToString());
        Fits(markup.Html.Length);
        Steps(markup.Html.Length / CharactersAStep);
        return markup;
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject) => textAsObject switch
    {
        null => this,
        EncodedHtml markup => Write(markup.Html),
        _ => Write(HtmlWriter.Encode(ObjectToString(textAsObject)!)),
    };

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is ScriptExpressionStatement statement)
        {
            _last = statement.Span;
        }

        Steps(1);
        try
        {
            return Evaluated(scriptNode, aliasReturnedFunction);
        }
        catch (ScriptRuntimeException failure) when (IsForgiven(scriptNode, failure))
        {
            return null;
        }
    }

    public override string? ObjectToString(object? value, bool nested = false)
    {
        var text = value switch
        {
            null => null,
            string word => word,
            bool flag => Contracts.Wording.Words.Of("yes_no", flag ? "yes" : "no"),
            char letter => letter.ToString(),
            EncodedHtml markup => markup.Text(),
            TemplateNumber number => number.ToString(),
            IFormattable number when IsNumber(number) => FrenchNumber.Of(number, 10),
            IList or ScriptRange => string.Join(", ", ((IEnumerable)value).Cast<object?>().Select(item => ObjectToString(item))),
            _ => throw NotPrinted(),
        };
        Fits(text?.Length ?? 0);
        return text;
    }

    public override bool ToBool(SourceSpan span, object? value) => value is TemplateNumber number ? number.IsTrue : base.ToBool(span, value);

    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        target is IScriptObject or string or IList || IsNumber(target)
            || target is bool or char ? base.GetMemberAccessorImpl(target) : TemplateValueAccessor.Default;

    /// <summary>A block writes what its statements gave: the place is that of the last of them.</summary>
    private SourceSpan Place => CurrentNode is null or ScriptBlockStatement ? _last : CurrentSpan;

    private static bool IsNumber(object value) =>
        value is int or long or uint or ulong or float or double or decimal or System.Numerics.BigInteger or byte or short;

    private object? Evaluated(ScriptNode? node, bool aliasReturnedFunction)
    {
        if (node is not null && _trial?.Holds(node, AsItIs) is { } holds)
        {
            return node is ScriptWhenStatement option ? Evaluate(holds ? (ScriptNode?)option.Body : option.Next, aliasReturnedFunction) : holds;
        }

        var value = node switch
        {
            ScriptCaptureStatement { Target: { } target, Body: { } body } => Capture(target, body),
            // The engine would word it by the machine's culture.
            ScriptInterpolatedExpression => ObjectToString(base.Evaluate(node, aliasReturnedFunction)),
            _ => base.Evaluate(node, aliasReturnedFunction),
        };
        Steps(Work(value));
        return value;

        bool AsItIs() => node is not ScriptWhenStatement && ToBool(node!.Span, base.Evaluate(node, false));
    }

    /// <summary>What a condition guards cannot be computed where the trial takes it to hold against the numbers: the trial goes on behind it.</summary>
    private bool IsForgiven(ScriptNode? node, ScriptRuntimeException failure) =>
        _trial is { IsContradicted: true } && node is ScriptStatement and not ScriptBlockStatement && !ScribanErrors.IsEndless(failure);

    private object? Capture(ScriptExpression target, ScriptBlockStatement body)
    {
        PushOutput(new ScribanOutput(_source, Add));
        Evaluate(body);
        SetValue(target, new EncodedHtml(PopOutput().ToString()!));
        return null;
    }

    private void Add(int length)
    {
        Steps(length / CharactersAStep);
        _trial?.Steps.Take(length / CharactersATriedStep, Place);
        Fits(_written += length);
    }

    private void Steps(int more)
    {
        _trial?.Steps.Take(more, Place);
        if ((_steps += more) > MostSteps)
        {
            throw new TemplateFailure(Place, new(
                "this goes on for too long: a loop or a function calls itself again and again.",
                "Ce passage n’en finit pas\u202F: une boucle ou une fonction se répète sans fin.")) { IsEndless = true };
        }
    }

    /// <summary>A text or a list is work for whoever reads it, as long as it is.</summary>
    private static int Work(object? value) => value switch
    {
        string text => text.Length / CharactersAStep,
        EncodedHtml markup => markup.Html.Length / CharactersAStep,
        IList list => list.Count / ItemsAStep,
        _ => 0,
    };

    public void Fits(int length)
    {
        if (length > MostCharacters)
        {
            throw new TemplateFailure(Place, TooLong) { IsEndless = true };
        }
    }

    private TemplateFailure NotPrinted() => new(Place, new(
        "this is no text and no number: write one of its members, or go through it with {{ for }}.",
        "Ceci n’est ni un texte ni un nombre\u202F: écrivez l’un de ses éléments, ou parcourez-le avec {{ for }}."));
}
