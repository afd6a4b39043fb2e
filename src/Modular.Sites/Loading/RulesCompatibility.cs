using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Modular.Sites.Wording;

namespace Modular.Sites.Loading;

/// <summary>
/// Whether an assembly was built for these Contracts. Looking at its types is not enough: a method that calls what is not there fails when it first runs,
/// and an override of what is not there is never called at all.
/// </summary>
internal static partial class RulesCompatibility
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <param name="file">The assembly's file name.</param>
    /// <returns>A sentence, or null when everything fits.</returns>
    public static FormattableString? Mismatch(Assembly assembly, string file)
    {
        try
        {
            foreach (var type in assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
            {
                foreach (var method in type.GetMethods(Declared).Where(method => !method.IsAbstract && !method.ContainsGenericParameters))
                {
                    if (OverridesNothing(method))
                    {
                        return $"{file} was built for another version of the host: {type.Name}.{method.Name} overrides a member that this host does not have.";
                    }

                    RuntimeHelpers.PrepareMethod(method.MethodHandle);
                }
            }

            return null;
        }
        catch (ReflectionTypeLoadException types)
        {
            return Missing(file, types.LoaderExceptions.OfType<Exception>().Select(inner => inner.Message).Distinct().Take(3));
        }
        catch (Exception missing) when (missing is TypeLoadException or MissingMemberException or FileNotFoundException or FileLoadException)
        {
            return Missing(file, [missing.Message]);
        }
    }

    /// <summary>The runtime's messages quote what is missing before anything else: « Could not load type 'X' from assembly 'Y' ».</summary>
    internal static FormattableString Missing(string file, IEnumerable<string> messages)
    {
        var told = string.Join(" ", messages);
        var names = messages.Select(message => Quoted().Match(message)).Where(quoted => quoted.Success).Select(quoted => quoted.Groups[1].Value).Distinct();
        return $"{file} was built for another version of the host: {new RuntimeMessage(told, $"what it uses is not there: {string.Join(", ", names)}.")}";
    }

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    private static bool OverridesNothing(MethodInfo method) =>
        method.IsVirtual && !method.Attributes.HasFlag(MethodAttributes.NewSlot) && method.GetBaseDefinition() == method;
}
