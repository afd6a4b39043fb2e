using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Modular.Contracts.Answers;

namespace Modular.Intake.Secrecy;

/// <summary>Encrypts what was answered, under a purpose per site. The keys are outside the database.</summary>
internal sealed class PersonalCipher(IDataProtectionProvider protection)
{
    private readonly IDataProtector _root = protection.CreateProtector("Modular.Intake.Answers");

    public byte[] Encrypt(string site, AnswerSet answers) => Of(site).Protect(AnswerJson.Write(answers));

    /// <exception cref="CryptographicException">The key is gone or the bytes were altered.</exception>
    public AnswerSet Decrypt(string site, byte[] bytes) => AnswerJson.Read(Of(site).Unprotect(bytes));

    public byte[] EncryptText(string site, string text) => OfWords(site).Protect(Encoding.UTF8.GetBytes(text));

    /// <exception cref="CryptographicException">The key is gone or the bytes were altered.</exception>
    public string DecryptText(string site, byte[] bytes) => Encoding.UTF8.GetString(OfWords(site).Unprotect(bytes));

    private IDataProtector OfWords(string site) => Of(site).CreateProtector("words");

    private IDataProtector Of(string site) => _root.CreateProtector(site);
}
