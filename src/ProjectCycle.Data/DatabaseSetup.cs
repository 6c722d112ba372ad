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
        return options.UseSqlite(builder.ConnectionString).AddInterceptors(new AuditInterceptor(clock));
    }

    /// <summary>Brings the schema up to date. Nodes that start together take turns.</summary>
    public static async Task MigrateAsync(this AppDbContext db, CancellationToken cancellation = default) =>
        await db.Database.MigrateAsync(cancellation);
}
