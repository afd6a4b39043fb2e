using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Modular.Intake.Secrecy;
using Modular.Storage.Backups;
using Modular.Storage.Keys;
using Npgsql;

namespace Modular.Storage.PostgreSql.Keys;

/// <summary>
/// Keys that several hosts have together. Each has them in its own folder, as a host alone has; through the database they come to the others, sealed by one
/// that never goes there: whoever has a copy of the database opens nothing with it.
/// </summary>
internal sealed class SharedKeys(PostgreSqlDatabase database) : IXmlRepository, IKeyFiles
{
    /// <summary>Carried from the first host's folder to the others' by whoever sets them up.</summary>
    public const string Sealing = "database.key";

    private readonly KeyFolder _own = KeyFolder.Of(database);
    private readonly string _folder = Path.Combine(database.DataFolder, "keys");

    public string Folder => _folder;

    public IReadOnlyList<string> OfSharing => [Sealing];

    public IReadOnlyList<string> Names() => _own.Names();

    public IReadOnlyCollection<XElement> GetAllElements() => Share(_own.GetAllElements);

    public void StoreElement(XElement element, string friendlyName) => Share(() =>
    {
        _own.StoreElement(element, friendlyName);
        return true;
    });

    public void Share() => Share(() => true, makes: false);

    public byte[] ReadOrAdd(string name, Func<byte[]> make)
    {
        // Before the others wait for this one: what seals the new key asks for the keys itself, and would wait for its own turn.
        var made = File.Exists(Path.Combine(_folder, name)) ? null : make();
        return Share(() => _own.ReadOrAdd(name, () => made ?? make()));
    }

    /// <summary>One host at a time: it takes what it lacks, does its work, and gives what the others lack.</summary>
    /// <param name="work">What it does meanwhile.</param>
    /// <param name="makes">Whether that makes a key, where there is none at all.</param>
    private T Share<T>(Func<T> work, bool makes = true)
    {
        using var connection = new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        Execute(connection, AdvisoryLock.OfTransaction("keys"));
        var shared = Read(connection);
        if (shared.Count > 0 && !File.Exists(Path.Combine(_folder, Sealing)))
        {
            throw new SharedKeysException(
                $"The keys of {database.Place} are shared by its hosts, and this one has not what opens them: "
                + $"copy the file keys/{Sealing} from the data folder of another host into {_folder}.");
        }

        if (!makes && shared.Count == 0 && !_own.Names().Any(IsKey))
        {
            return work();
        }

        using var cipher = new AesGcm(_own.ReadOrAdd(Sealing, () => RandomNumberGenerator.GetBytes(32)), AesGcm.TagByteSizes.MaxSize);
        foreach (var (name, bytes) in shared)
        {
            Take(name, Open(cipher, name, bytes));
        }

        var result = work();
        foreach (var file in Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Where(name => IsKey(name!) && !shared.ContainsKey(name!)))
        {
            Give(connection, file!, Seal(cipher, file!, File.ReadAllBytes(Path.Combine(_folder, file!))));
        }

        transaction.Commit();
        return result;
    }

    private static bool IsKey(string name) => name != Sealing && Path.GetExtension(name) is ".xml" or ".key";

    private void Take(string name, byte[] key)
    {
        var path = Path.Combine(_folder, name);
        // One that is empty was cut off when it was made.
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            PrivateFile.Add(path, key, overwrite: true);
        }
        else if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(key))
        {
            throw new SharedKeysException(
                $"{path} is another one than that of {database.Place}: this folder served other data. Give this host a data folder of its own.");
        }
    }

    private static void Give(NpgsqlConnection connection, string name, byte[] bytes)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO keys_sealed VALUES (@name, @sealed)";
        command.Parameters.AddWithValue("@name", name);
        command.Parameters.AddWithValue("@sealed", bytes);
        command.ExecuteNonQuery();
    }

    private static Dictionary<string, byte[]> Read(NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sealed FROM keys_sealed";
        using var reader = command.ExecuteReader();
        Dictionary<string, byte[]> shared = [];
        while (reader.Read())
        {
            shared.Add(reader.GetString(0), reader.GetFieldValue<byte[]>(1));
        }

        return shared;
    }

    private static void Execute(NpgsqlConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static byte[] Seal(AesGcm cipher, string name, byte[] key)
    {
        var (nonce, tag, closed) = (RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[AesGcm.TagByteSizes.MaxSize], new byte[key.Length]);
        cipher.Encrypt(nonce, key, closed, tag, Encoding.UTF8.GetBytes(name));
        return [.. nonce, .. tag, .. closed];
    }

    private byte[] Open(AesGcm cipher, string name, byte[] bytes)
    {
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var key = new byte[bytes.Length - nonce - tag];
        try
        {
            cipher.Decrypt(bytes.AsSpan(0, nonce), bytes.AsSpan(nonce + tag), bytes.AsSpan(nonce, tag), key, Encoding.UTF8.GetBytes(name));
            return key;
        }
        catch (CryptographicException)
        {
            throw new SharedKeysException(
                $"{Path.Combine(_folder, Sealing)} does not open the keys of {database.Place}: copy that of another host of this database.");
        }
    }
}

/// <summary>A host that could read nothing: better that it does not start.</summary>
internal sealed class SharedKeysException(string sentence) : IOException(sentence);
