using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProjectCycle.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_ReminderDeliveries",
                table: "ReminderDeliveries");

            migrationBuilder.AddColumn<Guid>(
                name: "HeadId",
                table: "Units",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Channel",
                table: "ReminderDeliveries",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Mail");

            migrationBuilder.AddColumn<Guid>(
                name: "DelegateId",
                table: "ReminderDeliveries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "OwedOn",
                table: "ReminderDeliveries",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<Guid>(
                name: "PolicyId",
                table: "ReminderDeliveries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Role",
                table: "ReminderDeliveries",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Responsible");

            migrationBuilder.AddColumn<string>(
                name: "MessageId",
                table: "OutgoingMails",
                type: "character varying(320)",
                maxLength: 320,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Deadlines",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_ReminderDeliveries",
                table: "ReminderDeliveries",
                columns: new[] { "DeadlineId", "DueOn", "Offset", "RecipientId", "Channel" });

            migrationBuilder.CreateTable(
                name: "CalendarAddresses",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarAddresses", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_CalendarAddresses_Users_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Leaves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    DelegateId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leaves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Leaves_Users_DelegateId",
                        column: x => x.DelegateId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Leaves_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Late = table.Column<int>(type: "integer", nullable: false),
                    Path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Title_En = table.Column<string>(type: "text", nullable: false),
                    Title_Id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Notices_Users_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReminderPolicies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    TemplateId = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Offsets = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Repeat = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Audience = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ManagersAfter = table.Column<int>(type: "integer", nullable: true),
                    HeadAfter = table.Column<int>(type: "integer", nullable: true),
                    UrgentDays = table.Column<int>(type: "integer", nullable: true),
                    SkipsDaysOff = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderPolicies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReminderPolicies_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Units_HeadId",
                table: "Units",
                column: "HeadId");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderDeliveries_DelegateId",
                table: "ReminderDeliveries",
                column: "DelegateId");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderDeliveries_OwedOn_DeadlineId",
                table: "ReminderDeliveries",
                columns: new[] { "OwedOn", "DeadlineId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReminderDeliveries_RecipientId",
                table: "ReminderDeliveries",
                column: "RecipientId");

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_DueOn",
                table: "Deadlines",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_Offsets",
                table: "Deadlines",
                column: "Offsets",
                filter: "\"DoneOn\" IS NULL AND \"CancelledAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarAddresses_SecretHash",
                table: "CalendarAddresses",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Leaves_DelegateId",
                table: "Leaves",
                column: "DelegateId");

            migrationBuilder.CreateIndex(
                name: "IX_Leaves_UserId_Until",
                table: "Leaves",
                columns: new[] { "UserId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_PersonId_At",
                table: "Notices",
                columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_PersonId_ProjectId",
                table: "Notices",
                columns: new[] { "PersonId", "ProjectId" },
                filter: "\"ReadAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_ProjectId",
                table: "Notices",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderPolicies_Key",
                table: "ReminderPolicies",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReminderPolicies_UnitId",
                table: "ReminderPolicies",
                column: "UnitId");

            migrationBuilder.AddForeignKey(
                name: "FK_ReminderDeliveries_Users_DelegateId",
                table: "ReminderDeliveries",
                column: "DelegateId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ReminderDeliveries_Users_RecipientId",
                table: "ReminderDeliveries",
                column: "RecipientId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Units_Users_HeadId",
                table: "Units",
                column: "HeadId",
                principalTable: "Users",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("""UPDATE "ReminderDeliveries" SET "OwedOn" = "DueOn" - "Offset" """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ReminderDeliveries_Users_DelegateId",
                table: "ReminderDeliveries");

            migrationBuilder.DropForeignKey(
                name: "FK_ReminderDeliveries_Users_RecipientId",
                table: "ReminderDeliveries");

            migrationBuilder.DropForeignKey(
                name: "FK_Units_Users_HeadId",
                table: "Units");

            migrationBuilder.DropTable(
                name: "CalendarAddresses");

            migrationBuilder.DropTable(
                name: "Leaves");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "ReminderPolicies");

            migrationBuilder.DropIndex(
                name: "IX_Units_HeadId",
                table: "Units");

            migrationBuilder.DropPrimaryKey(
                name: "PK_ReminderDeliveries",
                table: "ReminderDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_ReminderDeliveries_DelegateId",
                table: "ReminderDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_ReminderDeliveries_OwedOn_DeadlineId",
                table: "ReminderDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_ReminderDeliveries_RecipientId",
                table: "ReminderDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deadlines_DueOn",
                table: "Deadlines");

            migrationBuilder.DropIndex(
                name: "IX_Deadlines_Offsets",
                table: "Deadlines");

            migrationBuilder.DropColumn(
                name: "HeadId",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "ReminderDeliveries");

            migrationBuilder.DropColumn(
                name: "DelegateId",
                table: "ReminderDeliveries");

            migrationBuilder.DropColumn(
                name: "OwedOn",
                table: "ReminderDeliveries");

            migrationBuilder.DropColumn(
                name: "PolicyId",
                table: "ReminderDeliveries");

            migrationBuilder.DropColumn(
                name: "Role",
                table: "ReminderDeliveries");

            migrationBuilder.DropColumn(
                name: "MessageId",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Deadlines");

            migrationBuilder.AddPrimaryKey(
                name: "PK_ReminderDeliveries",
                table: "ReminderDeliveries",
                columns: new[] { "DeadlineId", "DueOn", "Offset", "RecipientId" });
        }
    }
}
