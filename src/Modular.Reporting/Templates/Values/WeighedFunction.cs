using System.Collections;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Modular.Reporting.Templates.Values;

/// <summary>A function that does more than read once what it is given: that is counted before it begins.</summary>
internal sealed class WeighedFunction(IScriptCustomFunction function, Func<ScriptArray, long> steps) : IScriptCustomFunction
{
    public int RequiredParameterCount => function.RequiredParameterCount;

    public int ParameterCount => function.ParameterCount;

    public ScriptVarParamKind VarParamKind => function.VarParamKind;

    public Type ReturnType => function.ReturnType;

    /// <summary>At every place of the one text the other may begin, and differ from it late.</summary>
    public static long Searching(ScriptArray given) => Length(given, 0) * Length(given, 1) / 10_000;

    /// <summary>From each &lt; on, the engine looks for its end.</summary>
    public static long Stripping(ScriptArray given) => Length(given, 0) * Length(given, 0) / 100;

    public static long Sorting(ScriptArray given) => Length(given, 0) * long.Log2(Length(given, 0) + 1) / 4;

    public ScriptParameterInfo GetParameterInfo(int index) => function.GetParameterInfo(index);

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        ((ScribanContext)context).Steps(steps(arguments));
        return function.Invoke(context, callerContext, arguments, blockStatement);
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));

    private static long Length(ScriptArray given, int at) => at >= given.Count ? 0 : given[at] switch
    {
        string text => text.Length,
        EncodedHtml markup => markup.Html.Length,
        IList list => list.Count,
        _ => 0,
    };
}
