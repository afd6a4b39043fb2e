using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Forms;

namespace Modular.Intake.Secrecy;

/// <summary>Finds a name without storing it, by keyed hashes of its words. The key never changes, or nobody would be found again.</summary>
internal sealed class BlindIndex
{
    /// <summary>The name of its key's file.</summary>
    public const string KeyName = "index.key";

    private const int HashBytes = 16;
    private const int KeyBytes = 32;
    private readonly Lazy<byte[]> _key;

    public BlindIndex(IDataProtectionProvider protection, IKeyFiles keys)
    {
        var protector = protection.CreateProtector("Modular.Intake.BlindIndex");
        _key = new Lazy<byte[]>(() => protector.Unprotect(keys.ReadOrAdd(KeyName, () => protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes)))));
    }

    /// <summary>The keys under which a person is found: each word of the names, and the telephone numbers by their last nine digits.</summary>
    public IReadOnlyList<byte[]> KeysOf(string site, FormReading reading)
    {
        var words = new HashSet<string>(Words(reading.Answers.Text(reading.Plan.Id(FieldRole.SafePhone)) ?? ""));
        foreach (var person in reading.Answers.All.Select(pair => pair.Value).OfType<Answer.Block>())
        {
            foreach (var part in (string[])[PersonParts.LastName, PersonParts.FirstName, PersonParts.Telephone])
            {
                words.UnionWith(Words(person.Answers.Text(part) ?? ""));
            }
        }

        return [.. words.Select(word => Hash(site, "name", word))];
    }

    public IReadOnlyList<byte[]> KeysOf(string site, string search) => [.. Words(search).Select(word => Hash(site, "name", word))];

    /// <summary>Whether a word of what was answered has one of these keys. No form is needed: each text and each part of a person is tried.</summary>
    public bool IsOf(string site, AnswerSet answers, IReadOnlyList<byte[]> keys) => answers.All.Select(pair => pair.Value).Any(answer => answer switch
    {
        Answer.Text text => KeysOf(site, text.Value).Any(key => keys.Any(stored => stored.AsSpan().SequenceEqual(key))),
        Answer.Block block => IsOf(site, block.Answers, keys),
        _ => false,
    });

    /// <summary>The name of a situation on the side without names: it leads back to nothing without the key.</summary>
    public string Pseudonym(string site, Guid situation) => Convert.ToHexStringLower(Hash(site, "owner", situation.ToString("N")));

    /// <summary>A name for something that must not be told: the same for the same text, and leading back to nothing without the key.</summary>
    public string Token(string site, string purpose, string text) => Convert.ToHexStringLower(Hash(site, purpose, text));

    /// <summary>« Le Guen-Évrard » is the words le, guen and evrard; « 06 12 34 56 78 » is one word of nine digits.</summary>
    internal static IReadOnlySet<string> Words(string text)
    {
        if (text.Any(char.IsAsciiDigit) && text.All(c => !char.IsLetter(c)) && string.Concat(text.Where(char.IsAsciiDigit)) is { Length: >= 9 } digits)
        {
            return new HashSet<string> { digits[^9..] };
        }

        var words = new HashSet<string>();
        var word = new StringBuilder();
        foreach (var c in text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD) + " ")
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    private byte[] Hash(string site, string purpose, string word) =>
        HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{purpose}\n{site}\n{word}"))[..HashBytes];
}
