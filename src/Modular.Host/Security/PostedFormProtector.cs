using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Modular.Host.Security;

/// <summary>
/// What was typed into a generated form whose session turns out to be over. The sign-in page carries it, sealed, and gives it back to the account that typed it
/// and to no other. Nothing of it stays in the browser or here.
/// </summary>
internal sealed class PostedFormProtector(IDataProtectionProvider protection)
{
    /// <summary>The form's own field that says whose page it is.</summary>
    public const string Owner = "_account";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);
    private static readonly string[] NotKept = [Owner, "_action", "__RequestVerificationToken"];

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Modular.KeptPost").ToTimeLimitedDataProtector();

    /// <summary>Null when the form is none that is kept.</summary>
    public string? Seal(HttpRequest request)
    {
        return Guid.TryParse(request.Form[Owner], out var account) ? _seal.Protect(JsonSerializer.Serialize(PageOf(request, account)), Kept) : null;
    }

    /// <summary>What was posted, to be given back to whoever posted it.</summary>
    public static PostedForm PageOf(HttpRequest request, Guid account) => new(
        account,
        request.Path + request.QueryString,
        request.Form.Where(field => !NotKept.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value.ToArray()));

    /// <summary>Null when it is another account's, too old or not ours.</summary>
    public PostedForm? Open(string? sealedPage, Guid account)
    {
        try
        {
            return sealedPage is { Length: > 0 } && JsonSerializer.Deserialize<PostedForm>(_seal.Unprotect(sealedPage)) is { } page
                && page.Account == account ? page : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="Address">Where it was posted to.</param>
internal sealed record PostedForm(Guid Account, string Address, IReadOnlyDictionary<string, string?[]> Fields);
