using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Modular.Access;
using Modular.Forms;
using Modular.Intake.Secrecy;

namespace Modular.Intake.Drafts;

/// <summary>Sealed for its site and its draft: the bytes open in the place of no fiche, no other draft, no other account's.</summary>
internal sealed class DraftCipher(IDataProtectionProvider protection, BlindIndex index)
{
    private static readonly string[] Parts = ["head", "content"];

    /// <summary>Accents as they are: half as long.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IDataProtector _root = protection.CreateProtector("Modular.Intake.Drafts");

    public string Id(SituationScope scope, DraftSubject subject) =>
        index.Token(subject.Site, "draft", $"{scope.Account:N} {subject.Form} {subject.Situation:N} {subject.Key:N}");

    /// <summary>Null when it is longer than <paramref name="mostBytes"/>.</summary>
    public DraftRow? Seal(SituationScope scope, DraftSubject subject, TypedAnswers typed, DateTimeOffset at, int mostBytes)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(typed.Paths.ToDictionary(path => path, path => typed[path]), Plain);
        if (content.Length > mostBytes)
        {
            return null;
        }

        var id = Id(scope, subject);
        return new DraftRow(id, scope.Account, subject.Site, subject.Form, at, at,
            Of(subject.Site, id, Parts[0]).Protect(JsonSerializer.SerializeToUtf8Bytes(subject, Plain)),
            Of(subject.Site, id, Parts[1]).Protect(content));
    }

    /// <summary>Null when the keys are gone or the bytes were altered.</summary>
    public DraftSummary? Head(DraftRow row) =>
        Open<DraftSubject>(row, Parts[0], row.Head) is { } subject ? new DraftSummary(row.Id, subject, row.Begun, row.At) : null;

    public Draft? Open(DraftRow row) =>
        Head(row) is { } head && Open<Dictionary<string, IReadOnlyList<string>>>(row, Parts[1], row.Content) is { } typed
            ? new Draft(head, new TypedAnswers(typed))
            : null;

    private T? Open<T>(DraftRow row, string part, byte[] bytes) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Of(row.Site, row.Id, part).Unprotect(bytes), Plain);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Of(string site, string id, string part) => _root.CreateProtector(site, id, part);
}
