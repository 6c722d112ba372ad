using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ProjectCycle.Data.Audit;
using ProjectCycle.Data.Postgres;
using ProjectCycle.Data.Sqlite;

namespace ProjectCycle.Data;

/// <summary>Which database.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Wires the context of the chosen database.</summary>
public static class DatabaseSetup
{
    /// <summary>Seconds a node waits for another one's migrations.</summary>
    private const int LongestMigration = 1800;

    private static readonly SqliteMemory Memory = new();

    /// <summary>Registers <see cref="AppDbContext"/> and <see cref="Actor"/> for <paramref name="provider"/>.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseProvider provider, string connectionString)
    {
        services.AddScoped<Actor>();
        if (provider == DatabaseProvider.Postgres)
        {
            services.AddDbContext<AppDbContext, PostgresDbContext>((sp, options) =>
                options.UsePostgres(connectionString, sp.GetRequiredService<TimeProvider>()));
        }
        else
        {
            services.AddDbContext<AppDbContext, SqliteDbContext>((sp, options) =>
                options.UseSqliteFile(connectionString, sp.GetRequiredService<TimeProvider>()));
        }
        return services;
    }

    /// <summary>PostgreSQL with the product's interceptors.</summary>
    public static DbContextOptionsBuilder UsePostgres(this DbContextOptionsBuilder options, string connectionString, TimeProvider clock) =>
        options.UseNpgsql(connectionString).AddInterceptors(new AuditInterceptor(clock));

    /// <summary>SQLite with the product's interceptors. A second writer waits for the first instead of failing.</summary>
    public static DbContextOptionsBuilder UseSqliteFile(this DbContextOptionsBuilder options, string connectionString, TimeProvider clock)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 30, ForeignKeys = true };
        // Lists go to SQLite as one parameter: the same SQL whatever their length, which both EF and SQLite keep prepared.
        return options
            .UseSqlite(builder.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new AuditInterceptor(clock), Memory);
    }

    /// <summary>Brings the schema up to date. Nodes that start together take turns.</summary>
    public static async Task MigrateAsync(this AppDbContext db, CancellationToken cancellation = default)
    {
        if (db.Database.IsNpgsql())
            await db.MigrateInTurnAsync(cancellation);
        else
            await db.MigratePendingAsync(cancellation);
        await db.LearnSizesAsync(cancellation);
    }

    /// <summary>
    /// Makes what is not made yet. Where nothing is, EF is not asked to: it would build the model of the last migration beside the
    /// program's own and compare the two, a second of each start and tens of megabytes, and a test has compared them already.
    /// </summary>
    private static async Task MigratePendingAsync(this AppDbContext db, CancellationToken cancellation)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
            await db.Database.MigrateAsync(cancellation);
    }

    /// <summary>
    /// On PostgreSQL a node's own lock ends with each migration's transaction, so another one could begin in between with the next
    /// migration that this one is about to make. Here it waits until all are made.
    /// </summary>
    private static async Task MigrateInTurnAsync(this AppDbContext db, CancellationToken cancellation)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellation))
            await creator.CreateAsync(cancellation);
        await using var connection = new NpgsqlConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(cancellation);
        await using var turn = await connection.BeginTransactionAsync(cancellation); // its end gives the lock back, even after a crash
        await using var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext('projectcycle.migrate'))", connection, turn) { CommandTimeout = LongestMigration };
        await wait.ExecuteNonQueryAsync(cancellation);
        await db.MigratePendingAsync(cancellation);
    }

    /// <summary>
    /// Lets SQLite look at how its tables are filled where they have changed much (0x10002: all tables, a bounded look); without
    /// it a list of thousands is sorted although an index has its order. PostgreSQL does so by itself.
    /// </summary>
    public static async Task LearnSizesAsync(this AppDbContext db, CancellationToken cancellation = default)
    {
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA optimize = 0x10002", cancellation);
    }
}
