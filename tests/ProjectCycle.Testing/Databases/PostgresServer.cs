using Npgsql;

namespace ProjectCycle.Testing.Databases;

/// <summary>The PostgreSQL server that `tests/run` started, or why there is none.</summary>
public static class PostgresServer
{
    /// <summary>Holds the connection string of a server where databases may be made and dropped.</summary>
    public const string Variable = "PROJECTCYCLE_TEST_POSTGRES";

    private static readonly string? Address = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Why tests on PostgreSQL are skipped; null when they run. On CI they always run, so that a missing server fails.</summary>
    public static string? SkipReason => WhySkip(Address, Environment.GetEnvironmentVariable("CI"));

    /// <summary>The rule behind <see cref="SkipReason"/>.</summary>
    public static string? WhySkip(string? address, string? ci) =>
        string.IsNullOrEmpty(address) && ci != "true" ? $"No PostgreSQL: {Variable} is not set; tests/run sets it." : null;

    /// <summary>Connection string to <paramref name="database"/> on the server.</summary>
    internal static string ConnectionString(string database)
    {
        if (string.IsNullOrEmpty(Address))
            throw new InvalidOperationException($"No PostgreSQL: {Variable} is not set; tests/run sets it.");
        return new NpgsqlConnectionStringBuilder(Address) { Database = database, MaxPoolSize = 20, IncludeErrorDetail = true }.ConnectionString;
    }

    internal static Task CreateAsync(string name) => ExecuteAsync(_ => $"CREATE DATABASE {name}");

    /// <summary>Copies files where the server can: four times as fast as the way over its log.</summary>
    internal static Task CopyAsync(string template, string name) =>
        ExecuteAsync(version => $"CREATE DATABASE {name} TEMPLATE {template}{(version.Major >= 15 ? " STRATEGY FILE_COPY" : "")}");

    internal static Task DropAsync(string name) => ExecuteAsync(_ => $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    /// <summary>
    /// Takes the rows out of every table, whatever keys and triggers say, and begins the numbers anew. Waiting for somebody's lock
    /// would mean that a test ended with work under way, and is an error.
    /// </summary>
    internal static Task EmptyAsync(string name) => ExecuteAsync(_ => """
        DO $$
        DECLARE what record;
        BEGIN
          SET LOCAL session_replication_role = replica;
          SET LOCAL lock_timeout = '20s';
          FOR what IN SELECT relkind, oid::regclass::text AS name FROM pg_class
              WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') AND relname <> '__EFMigrationsHistory' LOOP
            IF what.relkind = 'r' THEN
              EXECUTE 'DELETE FROM ' || what.name;
            ELSE
              EXECUTE 'ALTER SEQUENCE ' || what.name || ' RESTART';
            END IF;
          END LOOP;
        END $$
        """, name);

    private static async Task ExecuteAsync(Func<Version, string> sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Database names are made by TestDatabase; a name cannot be a parameter.
        command.CommandText = sql(connection.PostgreSqlVersion);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
