using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Modular.Sites.Tests.Wording;

/// <summary>Every FormattableString that the compiled code of an assembly makes: no sentence can be told without its template being here.</summary>
internal static class WrittenTemplates
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<short, OpCode> Codes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IReadOnlySet<string> Of(Assembly assembly) =>
        assembly.GetTypes().SelectMany(type => type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared))).SelectMany(Of).ToHashSet();

    /// <summary>A template is the text loaded right before the array of its words is made.</summary>
    private static List<string> Of(MethodBase method)
    {
        var instructions = method.GetMethodBody()?.GetILAsByteArray() is { } body ? Read(body).ToList() : [];
        var made = instructions.Count(
            instruction => instruction.Code == OpCodes.Call && Target(method, instruction) is { Name: nameof(FormattableStringFactory.Create) } target
                && target.DeclaringType == typeof(FormattableStringFactory));
        if (made == 0)
        {
            return [];
        }

        var templates = instructions.Zip(instructions.Skip(1), instructions.Skip(2))
            .Where(three => three.First.Code == OpCodes.Ldstr && (three.Third.Code == OpCodes.Newarr || IsEmptyArray(method, three.Second)))
            .Select(three => method.Module.ResolveString(three.First.Operand)).ToList();
        Assert.HasCount(made, templates, $"{method.DeclaringType}.{method.Name}: as many templates are found as sentences are made");
        return templates;
    }

    private static bool IsEmptyArray(MethodBase method, Instruction instruction) =>
        instruction.Code == OpCodes.Call && Target(method, instruction) is { Name: nameof(Array.Empty) } target && target.DeclaringType == typeof(Array);

    private static MethodBase? Target(MethodBase method, Instruction call) =>
        method.Module.ResolveMethod(call.Operand, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);

    private static IEnumerable<Instruction> Read(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            var code = Codes[body[at] == 0xFE ? (short)(0xFE00 | body[at + 1]) : body[at]];
            at += code.Size;
            var size = code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(body, at),
                _ => 4,
            };
            yield return new Instruction(code, size == 4 ? BitConverter.ToInt32(body, at) : 0);
            at += size;
        }
    }

    private sealed record Instruction(OpCode Code, int Operand);
}
