using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using ProjectCycle.Data;
using ProjectCycle.Data.Audit;
using ProjectCycle.Data.Postgres;
using ProjectCycle.Data.Sqlite;

namespace ProjectCycle.DesignHost;

internal static class Program
{
    /// <summary>Nothing to run: `dotnet ef` starts this project to find the two contexts below.</summary>
    public static void Main()
    {
    }
}

/// <summary>Makes the SQLite context for `dotnet ef`.</summary>
public sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteDbContext>
{
    public SqliteDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteDbContext>();
        options.UseSqliteFile("Data Source=design.db", TimeProvider.System);
        return new SqliteDbContext(options.Options, new Actor());
    }
}

/// <summary>Makes the PostgreSQL context for `dotnet ef`.</summary>
public sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresDbContext>
{
    public PostgresDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresDbContext>();
        options.UsePostgres("Host=localhost;Database=design", TimeProvider.System);
        return new PostgresDbContext(options.Options, new Actor());
    }
}
