using System.Collections.Frozen;
using Modular.Contracts.Reports;
using Modular.Reporting.Templates.Values;
using Modular.Sites.Reading;
using Scriban.Syntax;

namespace Modular.Reporting.Templates.Checking;

/// <summary>Follows every name of a template, in the branches that no data may ever take too.</summary>
internal sealed class NameCheck
{
    private static readonly FrozenSet<Type> Refused = new[]
    {
        typeof(ScriptImportStatement), typeof(ScriptWithStatement), typeof(ScriptReadOnlyStatement), typeof(ScriptTableRowStatement),
        typeof(ScriptThisExpression), typeof(ScriptWrapStatement),
    }.ToFrozenSet();

    private static readonly BilingualText Function = new(
        "a function is refused here, it might call itself for ever: give it directly to array.filter, array.each or array.any.",
        "Une fonction est refusée ici, car elle pourrait s’appeler elle-même sans fin\u202F: donnez-la directement à array.filter, array.each ou array.any.");

    private readonly IReadOnlyDictionary<string, FigureDefinition> _figures;
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _own = [];
    private readonly RowNames _rows;
    private readonly List<TemplateFault> _faults = [];

    private NameCheck(ReportDefinition report)
    {
        _figures = report.Figures.ToDictionary(figure => figure.Name);
        _rows = new(_figures);
        _words = [.. TemplateVariables.Names, .. TemplateFunctions.Names, .. _figures.Keys];
    }

    public static IReadOnlyList<TemplateFault> Of(ReportDefinition report, ScriptNode page)
    {
        var check = new NameCheck(report);
        check.Declare(page);
        check.Visit(page);
        return check._faults;
    }

    private void Declare(ScriptNode node)
    {
        var named = node switch
        {
            ScriptAssignExpression assign => assign.Target,
            ScriptCaptureStatement capture => capture.Target,
            ScriptForStatement loop => loop.Variable,
            ScriptFunction function => function.NameOrDoToken as ScriptExpression,
            ScriptParameter parameter => parameter.Name,
            ScriptIncrementDecrementExpression step => step.Right,
            _ => null,
        };
        if (named is ScriptVariableGlobal name)
        {
            Own(name, node);
        }
        else if (named is not null and not ScriptVariable)
        {
            Refuse(named, new("only a name of your own can be given a value.", "Seul un nom à vous peut recevoir une valeur."));
        }

        foreach (var child in node.Children)
        {
            Declare(child);
        }
    }

    private void Own(ScriptVariableGlobal name, ScriptNode node)
    {
        if (_words.Contains(name.Name) || name.Name == "for")
        {
            Refuse(name, new(
                $"\"{name.Name}\" is a word of the template already: choose another name.",
                $"«\u202F{name.Name}\u202F» est déjà un mot du modèle\u202F: choisissez un autre nom."));
        }

        _own.Add(name.Name);
        _rows.Name(name.Name, node);
    }

    private void Visit(ScriptNode node)
    {
        if (OfRefused(node) is { } refused)
        {
            Refuse(node, refused);
            return;
        }

        foreach (var named in _rows.Named(node))
        {
            RowMember(named);
        }

        switch (node)
        {
            case ScriptMemberExpression member:
                Member(member);
                return;
            case ScriptObjectMember member:
                Visit(member.Value);
                return;
            case ScriptNamedArgument argument:
                Visit(argument.Value);
                return;
            case ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "chart" }, Arguments: [ScriptVariableGlobal drawn, ..] }:
                Drawn(drawn);
                break;
            case ScriptPipeCall { From: ScriptVariableGlobal drawn, To: ScriptVariableGlobal { Name: "chart" } }:
                Drawn(drawn);
                break;
            case ScriptVariableGlobal name when !_words.Contains(name.Name) && !_own.Contains(name.Name):
                Refuse(name, Unknown(name.Name, _words.Concat(_own)));
                break;
        }

        foreach (var child in node.Children)
        {
            Visit(child);
        }
    }

    private static BilingualText? OfRefused(ScriptNode node) => node switch
    {
        ScriptWhileStatement => new(
            "{{ while }} is refused, it might never end: go through a list or a range with {{ for }}.",
            "{{ while }} est refusé, car il pourrait ne jamais finir\u202F: parcourez une liste ou un intervalle avec {{ for }}."),
        ScriptFunction { NameOrDoToken: ScriptVariable } => Function,
        ScriptAnonymousFunction when !IsGivenToList(node) => Function,
        _ when Refused.Contains(node.GetType()) => new(
            "this word of the engine is refused: a template writes figures, texts and charts.",
            "Ce mot du moteur est refusé\u202F: un modèle écrit des chiffres, des textes et des graphiques."),
        _ => null,
    };

    /// <summary>Without a name it cannot call itself.</summary>
    private static bool IsGivenToList(ScriptNode function) => function.Parent switch
    {
        ScriptUnaryExpression or ScriptNestedExpression or ScriptList => IsGivenToList(function.Parent),
        ScriptFunctionCall call => RowNames.Function(call) is "any" or "each" or "filter",
        _ => false,
    };

    private void Visit(ScriptExpression? expression)
    {
        if (expression is ScriptNode node)
        {
            Visit(node);
        }
    }

    private void Member(ScriptMemberExpression expression)
    {
        var (target, member) = (expression.Target as ScriptVariableGlobal, expression.Member!);
        if (target is { Name: "for" })
        {
            Known(member, ["index", "rindex", "first", "last", "even", "odd", "length", "changed"], "loop");
            return;
        }

        Visit(expression.Target);
        var known = _rows.IsRow(expression.Target) ? RowValue.Names
            : target is null ? null
            : TemplateFunctions.OfGroup(target.Name)
            ?? (_figures.ContainsKey(target.Name) ? FigureValue.Names : null);
        if (known is not null)
        {
            Known(member, known, target?.Name ?? "row");
        }
        else if (target is not null && TemplateVariables.Names.Contains(target.Name) && member.Name is not "size")
        {
            Refuse(member, Unknown(member.Name, [], target.Name));
        }

        if (member.Name == "rows" && target is not null && _figures.TryGetValue(target.Name, out var figure) && figure.By.Count == 0)
        {
            Refuse(member, new(
                $"\"{figure.Name}\" is a single number: it has no rows.",
                $"«\u202F{figure.Name}\u202F» est un seul nombre\u202F: il n’a pas de lignes."));
        }
    }

    private void Drawn(ScriptVariableGlobal name)
    {
        if (_figures.TryGetValue(name.Name, out var figure) && figure.By.Count == 0)
        {
            Refuse(name, TemplateFunctions.NotDrawn(name.Name));
        }
        else if (figure is not null && TemplateFunctions.IsNoPyramid(figure))
        {
            Refuse(name, TemplateFunctions.NoPyramid(name.Name));
        }
    }

    private void RowMember(ScriptLiteral named)
    {
        if (named.Value is string name && !RowValue.Names.Contains(name))
        {
            Refuse(named, Unknown(name, RowValue.Names, "row"));
        }
    }

    private void Known(ScriptVariable member, IReadOnlyList<string> known, string of)
    {
        if (!known.Contains(member.Name))
        {
            Refuse(member, Unknown(member.Name, known, of));
        }
    }

    private static BilingualText Unknown(string name, IEnumerable<string> known, string? of = null)
    {
        var near = NameSuggestion.To(name, known);
        var all = known.Order(StringComparer.Ordinal).ToList();
        var (english, french) = near is not null ? ($" Did you mean \"{near}\"?", $" Vouliez-vous dire «\u202F{near}\u202F»\u202F?")
            : of is not null ? (
                $" It has {string.Join(", ", all.DefaultIfEmpty("none"))}.",
                $" Éléments connus\u202F: {string.Join(", ", all.DefaultIfEmpty("aucun"))}.")
            : ("", "");
        return of is null
            ? new(
                $"\"{name}\" is no word of a template and no figure of this report.{english}",
                $"«\u202F{name}\u202F» n’est ni un mot de modèle ni un chiffre de ce bilan.{french}")
            : new($"\"{of}\" has no member \"{name}\".{english}", $"«\u202F{of}\u202F» n’a pas d’élément «\u202F{name}\u202F».{french}");
    }

    private void Refuse(ScriptNode node, BilingualText sentence) => _faults.Add(new(node.Span.Start.Offset, sentence));
}
