using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Modular.Contracts.Answers;

namespace Modular.Intake.Secrecy;

/// <summary>Encrypts what was answered, under a purpose per site. The keys are outside the database.</summary>
internal sealed class PersonalCipher(IDataProtectionProvider protection)
{
    private readonly IDataProtector _root = protection.CreateProtector("Modular.Intake.Answers");
    private readonly ConcurrentDictionary<string, (IDataProtector OfAnswers, IDataProtector OfWords)> _ofSites = new();

    public byte[] Encrypt(string site, AnswerSet answers) => Of(site).OfAnswers.Protect(AnswerJson.Write(answers));

    /// <exception cref="CryptographicException">The key is gone or the bytes were altered.</exception>
    public AnswerSet Decrypt(string site, byte[] bytes) => AnswerJson.Read(Of(site).OfAnswers.Unprotect(bytes));

    public byte[] EncryptText(string site, string text) => Of(site).OfWords.Protect(Encoding.UTF8.GetBytes(text));

    /// <exception cref="CryptographicException">The key is gone or the bytes were altered.</exception>
    public string DecryptText(string site, byte[] bytes) => Encoding.UTF8.GetString(Of(site).OfWords.Unprotect(bytes));

    private (IDataProtector OfAnswers, IDataProtector OfWords) Of(string site) => _ofSites.GetOrAdd(site, known =>
    {
        var ofAnswers = _root.CreateProtector(known);
        return (ofAnswers, ofAnswers.CreateProtector("words"));
    });
}
