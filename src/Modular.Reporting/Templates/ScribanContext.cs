using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Modular.Contracts.Wording;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Reporting.Tables;
using Modular.Reporting.Templates.Values;
using Modular.Statistics.Figures;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Modular.Reporting.Templates;

/// <summary>Every expression is encoded, no object of the host has members, nothing goes on for ever. Steps are counted, whatever the machine.</summary>
internal sealed class ScribanContext : TemplateContext
{
    private const int MostCharacters = 1_000_000;
    private const int MostCharactersOfText = 50_000;
    private const int MostRounds = 50_000;
    private const int MostSteps = 500_000;
    private const int MostCalls = 50;

    /// <summary>More data than a trial has makes a report longer: what passed its trial in full still has room.</summary>
    private const int Room = 4;
    private const int CharactersAStep = 100;
    private const int ItemsAStep = 10;

    /// <summary>Of a trial, what is written is read by the check too.</summary>
    private const int CharactersATriedStep = 10;

    public static readonly BilingualText TooLong = new(
        $"what this writes is too long: more than {MostCharacters} characters.",
        $"Ce passage écrit un texte trop long\u202F: plus de {FrenchNumber.Of(MostCharacters)} caractères.");

    private static readonly BilingualText TooLongText = new(
        $"this text is too long to be worked with: more than {MostCharactersOfText} characters.",
        $"Ce texte est trop long pour être traité\u202F: plus de {FrenchNumber.Of(MostCharactersOfText)} caractères.");

    public static readonly BilingualText TooSlow = new("this takes too long.", "Ce passage demande trop de temps.");

    private readonly string _source;
    private readonly TrialRendering? _trial;
    private readonly Action<TemplateFault>? _gap;
    private readonly int _room;
    private long _steps;
    private int _written;
    private int _drawings;
    private SourceSpan _last;

    /// <param name="gap">Told what cannot be computed, which then reads « sans donnée »; a trial fails there.</param>
    /// <param name="cancellation">When time is up, or nobody waits for it any more.</param>
    private ScribanContext(
        ReportDocument document, string source, TrialRendering? trial, Action<TemplateFault>? gap, CancellationToken cancellation)
        : base(TemplateFunctions.All)
    {
        Document = document;
        CancellationToken = cancellation;
        (_source, _trial, _gap, _room) = (source, trial, gap, trial is null ? Room : 1);
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedIndexerAccess = false;
        MemberFilter = _ => false;
        AutoIndent = false;
        NewLine = "\n";
        LoopLimit = _room * MostRounds;
        RecursiveLimit = MostCalls;
        RegexTimeOut = TimeSpan.FromSeconds(5);
        // The engine cuts what is longer without a word: ours stops it earlier, with one.
        LimitToString = 2 * _room * MostCharacters;
        PushCulture(FrenchTime.Culture);
        PushGlobal(TemplateVariables.Of(document));
        PushGlobal(new ScriptObject());
        PushOutput(new ScribanOutput(source, Add));
    }

    public static ScribanContext Tried(ReportDocument document, string source, TrialRendering trial) => new(document, source, trial, null, trial.Cancellation);

    public static ScribanContext Read(ReportDocument document, string source, Action<TemplateFault> gap, CancellationToken cancellation) =>
        new(document, source, null, gap, cancellation);

    public ReportDocument Document { get; }

    public int NextDrawing() => ++_drawings;

    public EncodedHtml Drawn(HtmlWriter html)
    {
        var markup = new EncodedHtml(html.ToString());
        Fits(markup.Html.Length);
        Steps(markup.Html.Length / CharactersAStep);
        return markup;
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        try
        {
            return textAsObject switch
            {
                null => this,
                EncodedHtml markup => Write(markup.Html),
                _ => Write(HtmlWriter.Encode(ObjectToString(textAsObject)!)),
            };
        }
        catch (ScriptRuntimeException failure) when (IsGap(failure))
        {
            return Write(HtmlWriter.Encode(ObjectToString(Gap(failure))!));
        }
    }

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
        catch (ScriptRuntimeException failure) when (IsGap(failure) && IsWhole(scriptNode))
        {
            var gap = Gap(failure);
            return scriptNode is ScriptStatement or { Parent: ScriptForStatement } ? null : gap;
        }
    }

    public override string? ObjectToString(object? value, bool nested = false)
    {
        // A list within a list, and so on.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new TemplateFailure(Place, ScribanErrors.TooDeep);
        }

        var text = value switch
        {
            null => null,
            string word => word,
            bool flag => Contracts.Wording.Words.Of("yes_no", flag ? "yes" : "no"),
            char letter => letter.ToString(),
            EncodedHtml markup => Worked(markup.Text()),
            TemplateNumber number => number.ToString(),
            double or float when !double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)) => CellText.NoData,
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
        value is int or long or uint or ulong or float or double or decimal or BigInteger or byte or short;

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
        var place = node is ScriptExpression ? node.Span : Place;
        value = Bounded(node, value, place);
        Steps(Work(value, place));
        return value;

        bool AsItIs() => node is not ScriptWhenStatement && ToBool(node!.Span, base.Evaluate(node, false));
    }

    /// <summary>What a condition guards cannot be computed where the trial takes it to hold against the numbers: the trial goes on behind it.</summary>
    private bool IsForgiven(ScriptNode? node, ScriptRuntimeException failure) =>
        _trial is { IsContradicted: true } && node is ScriptStatement and not ScriptBlockStatement
            && !ScribanErrors.IsEndless(failure) && !ScribanErrors.IsUnknownMember(failure);

    /// <summary>A report is read by whoever waits for it, whatever one passage of it lacks.</summary>
    private bool IsGap(ScriptRuntimeException failure) => _gap is not null && !ScribanErrors.IsEndless(failure);

    private TemplateNumber Gap(ScriptRuntimeException failure)
    {
        _gap!(new(failure.Span.Start.Offset, ScribanErrors.Of(failure)));
        return TemplateNumber.Computed(ScribanErrors.CellOf(failure));
    }

    /// <summary>A statement, or an expression that is no part of another: half of a sum would read as the whole.</summary>
    private static bool IsWhole(ScriptNode? node)
    {
        var around = node?.Parent is ScriptList list ? list.Parent : node?.Parent;
        return node is ScriptStatement and not ScriptBlockStatement
            || (node is ScriptExpression and not ScriptAssignExpression && around is not ScriptExpression or ScriptAssignExpression);
    }

    /// <summary>The engine's whole numbers grow without end, fractions become infinite, and some lists are computed anew each time they are read.</summary>
    private object? Bounded(ScriptNode? node, object? value, SourceSpan place)
    {
        switch (value)
        {
            case double or float when Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number:
                return !double.IsFinite(number) ? TemplateNumber.Computed(Cell.None)
                    : Math.Abs(number) < (double)decimal.MaxValue ? value
                    : throw new TemplateFailure(place, ScribanErrors.TooLarge);
            case BigInteger:
                throw new TemplateFailure(place, ScribanErrors.TooLarge);
            case ScriptRange range when node is not ScriptBinaryExpression:
                return Bounded(node, new ScriptArray(range.Take(LoopLimit + 1)), place);
            case IList and not ScriptRange when ((IList)value).Count > LoopLimit:
                throw new TemplateFailure(place, ScribanErrors.LongList) { IsEndless = true };
            default:
                return value;
        }
    }

    private object? Capture(ScriptExpression target, ScriptBlockStatement body)
    {
        var output = new ScribanOutput(_source, Add);
        PushOutput(output);
        try
        {
            Evaluate(body);
        }
        finally
        {
            PopOutput();
        }

        SetValue(target, new EncodedHtml(output.ToString()));
        return null;
    }

    private void Add(int length)
    {
        Steps(length / CharactersAStep);
        _trial?.Steps.Take(length / CharactersATriedStep, Place);
        Fits(_written += length);
    }

    /// <summary>What a function does beyond reading what it is given once.</summary>
    public void Steps(long more)
    {
        if (CancellationToken.IsCancellationRequested)
        {
            throw new TemplateFailure(Place, TooSlow) { IsEndless = true };
        }

        if ((_steps += more) > (long)_room * MostSteps)
        {
            throw new TemplateFailure(Place, new(
                "this goes on for too long: a loop goes round again and again.",
                "Ce passage n’en finit pas\u202F: une boucle se répète sans fin.")) { IsEndless = true };
        }

        _trial?.Steps.Take(more, Place);
    }

    private string Worked(string text)
    {
        Steps(Work(text, Place));
        return text;
    }

    /// <summary>A text or a list is work for whoever reads it, as long as it is.</summary>
    private static int Work(object? value, SourceSpan place) => value switch
    {
        string { Length: > MostCharactersOfText } => throw new TemplateFailure(place, TooLongText) { IsEndless = true },
        string text => text.Length / CharactersAStep,
        EncodedHtml markup => markup.Html.Length / CharactersAStep,
        IList list => list.Count / ItemsAStep,
        _ => 0,
    };

    public void Fits(int length)
    {
        if (length > _room * MostCharacters)
        {
            throw new TemplateFailure(Place, TooLong) { IsEndless = true };
        }
    }

    private TemplateFailure NotPrinted() => new(Place, new(
        "this is no text and no number: write one of its members, or go through it with {{ for }}.",
        "Ceci n’est ni un texte ni un nombre\u202F: écrivez l’un de ses éléments, ou parcourez-le avec {{ for }}."));
}
