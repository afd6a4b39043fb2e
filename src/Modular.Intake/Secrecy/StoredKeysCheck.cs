using System.Security.Cryptography;
using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Modular.Contracts.Answers;
using Modular.Intake.Situations;

namespace Modular.Intake.Secrecy;

/// <summary>
/// Whether the keys that are there are those of what is stored. Whoever asks for one that is missing gets a new one: this looks before anybody does, and makes
/// none. One situation is read, however many there are.
/// </summary>
public sealed class StoredKeysCheck
{
    private const string Ring = "key-*.xml";

    private readonly IIntakeStore _store;
    private readonly IKeyFiles _files;
    private readonly IKeyManager _ring;
    private readonly PersonalCipher _cipher;
    private readonly BlindIndex _index;

    internal StoredKeysCheck(IIntakeStore store, IKeyFiles files, IKeyManager ring, PersonalCipher cipher, BlindIndex index) =>
        (_store, _files, _ring, _cipher, _index) = (store, files, ring, cipher, index);

    /// <param name="place">Where the situations are stored, for the sentence.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="IOException">The keys do not open what is stored: the sentence, in English, says which and what to do.</exception>
    public async Task CheckAsync(string place, CancellationToken cancellation = default)
    {
        if (await _store.NewestAsync(cancellation) is not { } newest)
        {
            return;
        }

        // Those that other hosts still have come back by themselves.
        _files.Share();
        if (MissingWith(_files.Names()) is { Count: > 0 } missing)
        {
            throw new StoredKeysException(
                $"The keys of what is stored in {place} are not in {_files.Folder} ({string.Join(" and ", missing)}): {WhatToDo}");
        }

        if (!Opens(newest, await _store.NameKeysAsync(newest.Id, cancellation)))
        {
            throw new StoredKeysException($"The keys in {_files.Folder} do not open what is stored in {place}: {WhatToDo}");
        }
    }

    /// <summary>The files of keys that are not in the folder of a host that needs them.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellation = default)
    {
        var names = _files.Names();
        // A host without situations has no use yet for all of them.
        IEnumerable<string> missing = names.Contains(BlindIndex.KeyName) || await _store.NewestAsync(cancellation) is not null
            ? MissingWith(names)
            : MissingWith([.. names, BlindIndex.KeyName]);
        return [.. missing, .. _files.OfSharing.Except(names)];
    }

    private static string WhatToDo => "bring them back from a backup, or from where they were. No new ones were made.";

    private static IReadOnlyList<string> MissingWith(IReadOnlyList<string> names) =>
    [
        .. names.Any(name => name.StartsWith("key-", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal)) ? [] : new[] { Ring },
        .. names.Contains(BlindIndex.KeyName) ? [] : new[] { BlindIndex.KeyName },
    ];

    private bool Opens(SituationRow row, IReadOnlyList<byte[]> nameKeys)
    {
        try
        {
            // Before anything is opened: with none but old keys, opening makes a new one.
            return SealedWith(row.Answers) is { } key && _ring.GetAllKeys().Any(known => known.KeyId == key && !known.IsRevoked)
                && (Answers(row) is not { } answers || nameKeys.Count == 0 || _index.IsOf(row.Site, answers, nameKeys));
        }
        catch (Exception failure) when (failure is CryptographicException or XmlException)
        {
            return false;
        }
    }

    /// <summary>What Data Protection writes begins with four bytes of its own, and the key's identifier.</summary>
    private static Guid? SealedWith(byte[] bytes) => bytes.Length < 20 ? null : new Guid(bytes.AsSpan(4, 16));

    /// <summary>Null when another version wrote them, or when this one row was damaged: its key is known, and that is another matter.</summary>
    private AnswerSet? Answers(SituationRow row)
    {
        try
        {
            return _cipher.Decrypt(row.Site, row.Answers);
        }
        catch (Exception failure) when (failure is JsonException or CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>A host that could read nothing, and would go on with other keys: better that it does not start.</summary>
internal sealed class StoredKeysException(string sentence) : IOException(sentence);
