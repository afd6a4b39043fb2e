using Microsoft.AspNetCore.Mvc.ModelBinding;
using Modular.Access.Accounts;

namespace Modular.Host.Accounts;

internal static class AccountFaults
{
    public static void Add(this ModelStateDictionary state, AccountResult result)
    {
        foreach (var (field, sentence) in result.Faults)
        {
            state.AddModelError(field, sentence);
        }
    }
}
