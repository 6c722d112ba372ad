using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
    /// <summary>Any number, as long as every node asks for the same one.</summary>
    private const long MigrationLock = 7_265_001;

    /// <summary>For another node's migrations, or for one of our own on many rows.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

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
        if (db.Database.IsNpgsql() && await db.Database.CanConnectAsync(cancellation))
            await db.MigrateInTurnAsync(cancellation);
        else
            await db.Database.MigrateAsync(cancellation);
        await db.LearnSizesAsync(cancellation);
    }

    /// <summary>
    /// On PostgreSQL the framework holds its lock for one migration at a time: between two of them another node would slip in and
    /// make the same tables. This lock is the session's and outlasts them all.
    /// </summary>
    private static async Task MigrateInTurnAsync(this AppDbContext db, CancellationToken cancellation)
    {
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(LongestWait);
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellation);
            await db.Database.MigrateAsync(cancellation);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync(); // and the lock with it, where a migration failed
            db.Database.SetCommandTimeout(usual);
        }
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
