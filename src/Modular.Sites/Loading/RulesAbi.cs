using System.Reflection;
using System.Runtime.CompilerServices;

namespace Modular.Sites.Loading;

/// <summary>
/// Whether an assembly was built for these Contracts. Looking at its types is not enough: a method that calls what is not there fails when it first runs,
/// and an override of what is not there is never called at all.
/// </summary>
internal static class RulesAbi
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <returns>A sentence, or null when everything fits.</returns>
    public static string? Mismatch(Assembly assembly)
    {
        try
        {
            foreach (var type in assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
            {
                foreach (var method in type.GetMethods(Declared).Where(method => !method.IsAbstract && !method.ContainsGenericParameters))
                {
                    if (OverridesNothing(method))
                    {
                        return $"{type.Name}.{method.Name} overrides a member that this host does not have.";
                    }

                    RuntimeHelpers.PrepareMethod(method.MethodHandle);
                }
            }

            return null;
        }
        catch (ReflectionTypeLoadException types)
        {
            return string.Join(" ", types.LoaderExceptions.OfType<Exception>().Select(inner => inner.Message).Distinct().Take(3));
        }
        catch (Exception missing) when (missing is TypeLoadException or MissingMemberException or FileNotFoundException or FileLoadException)
        {
            return missing.Message;
        }
    }

    private static bool OverridesNothing(MethodInfo method) =>
        method.IsVirtual && !method.Attributes.HasFlag(MethodAttributes.NewSlot) && method.GetBaseDefinition() == method;
}
