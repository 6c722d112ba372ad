using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using ProjectCycle.Data;
using ProjectCycle.Data.Audit;
using ProjectCycle.Data.Postgres;
using ProjectCycle.Data.Sqlite;

namespace ProjectCycle.Testing.Databases;

/// <summary>
/// A database of its own for one test or one test class, as the product would make it. Migrations run once per process into
/// a template; each database is a copy of it, which takes milliseconds.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Dictionary<DatabaseProvider, Lazy<Task<TestDatabase>>> Templates = new()
    {
        [DatabaseProvider.Sqlite] = new(() => MakeTemplateAsync(DatabaseProvider.Sqlite)),
        [DatabaseProvider.Postgres] = new(() => MakeTemplateAsync(DatabaseProvider.Postgres)),
    };

    /// <summary>On PostgreSQL, where a copy costs half a second: emptied databases of this process that wait for the next test.</summary>
    private static readonly ConcurrentBag<string> Emptied = [];

    private readonly string _name;
    private bool _isLent;

    private TestDatabase(DatabaseProvider provider, string? name = null)
    {
        Provider = provider;
        _name = name ?? $"test_{Guid.NewGuid():N}";
        Folder = Directory.CreateTempSubdirectory("projectcycle-").FullName;
        ConnectionString = provider == DatabaseProvider.Postgres
            ? PostgresServer.ConnectionString(_name)
            : $"Data Source={Path.Combine(Folder, "test.db")}";
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>A folder that lives as long as the database.</summary>
    public string Folder { get; }

    /// <summary>An empty database with today's schema.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        var template = await Templates[provider].Value;
        var database = new TestDatabase(provider);
        if (provider == DatabaseProvider.Postgres)
            await PostgresServer.CopyAsync(template._name, database._name);
        else
            File.Copy(template.SqliteFile, database.SqliteFile);
        return database;
    }

    /// <summary>
    /// The same, though an earlier test may have used it: for one that leaves the schema as it is, and nothing at work when it ends.
    /// </summary>
    public static async Task<TestDatabase> BorrowAsync(DatabaseProvider provider)
    {
        var database = provider == DatabaseProvider.Postgres && Emptied.TryTake(out var name) ? new TestDatabase(provider, name) : await CreateAsync(provider);
        database._isLent = provider == DatabaseProvider.Postgres;
        return database;
    }

    /// <summary>A database before its first migration.</summary>
    public static async Task<TestDatabase> CreateUnmigratedAsync(DatabaseProvider provider)
    {
        var database = new TestDatabase(provider);
        if (provider == DatabaseProvider.Postgres)
            await PostgresServer.CreateAsync(database._name);
        return database;
    }

    /// <summary>A context of the product on this database; each is its own unit of work.</summary>
    public AppDbContext Open(TimeProvider? clock = null, Actor? actor = null, params IInterceptor[] interceptors)
    {
        clock ??= new FakeClock();
        actor ??= new Actor();
        if (Provider == DatabaseProvider.Postgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresDbContext>();
            postgres.UsePostgres(ConnectionString, clock).AddInterceptors(interceptors);
            return new PostgresDbContext(postgres.Options, actor);
        }
        var sqlite = new DbContextOptionsBuilder<SqliteDbContext>();
        sqlite.UseSqliteFile(ConnectionString, clock).AddInterceptors(interceptors);
        return new SqliteDbContext(sqlite.Options, actor);
    }

    /// <summary>Adds <paramref name="rows"/> in one save.</summary>
    public async Task AddAsync(params object[] rows)
    {
        await using var db = Open();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_isLent)
        {
            await PostgresServer.EmptyAsync(_name);
            Emptied.Add(_name);
        }
        else if (Provider == DatabaseProvider.Postgres)
        {
            await using (var connection = new NpgsqlConnection(ConnectionString))
                NpgsqlConnection.ClearPool(connection);
            await PostgresServer.DropAsync(_name);
        }
        else
        {
            SqliteConnection.ClearAllPools();
        }
        Directory.Delete(Folder, recursive: true);
    }

    private string SqliteFile => Path.Combine(Folder, "test.db");

    private static async Task<TestDatabase> MakeTemplateAsync(DatabaseProvider provider)
    {
        var template = await CreateUnmigratedAsync(provider);
        await using (var db = template.Open())
        {
            await db.MigrateAsync();
        }
        // A template may have no open connection, and SQLite's log must be folded into the file that is copied.
        if (provider == DatabaseProvider.Postgres)
        {
            await using var connection = new NpgsqlConnection(template.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
        else
        {
            SqliteConnection.ClearAllPools();
        }
        AppDomain.CurrentDomain.ProcessExit += (_, _) => EndAsync(template).GetAwaiter().GetResult();
        return template;
    }

    private static async Task EndAsync(TestDatabase template)
    {
        await template.DisposeAsync();
        while (template.Provider == DatabaseProvider.Postgres && Emptied.TryTake(out var name))
            await PostgresServer.DropAsync(name);
    }
}
